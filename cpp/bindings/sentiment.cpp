#include "bindings.h"

namespace tenor::bindings {

void bind_sentiment(py::module_&) {}

}  // namespace tenor::bindings
