#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "tenor/terms/document.h"
#include "texts.h"

namespace tenor::bindings {

/// Python's own definition of word characters (re's \w), white space and lower case.
const std::shared_ptr<const Alphabet>& python_alphabet(bool lowercase);

/// The documents where Python or Arrow stores them. A list is its caller's own: nobody takes texts out of it
/// while they are read. `first`: the number of the first document, for errors.
std::vector<Document> documents_of(const Texts& texts, std::size_t first);

}  // namespace tenor::bindings
