#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tenor/syntax/parser.h"
#include "tenor/syntax/tagger.h"

namespace tenor {

/// A file of python/tenor/data, as the package ships it.
inline std::string shipped(const std::string& name) {
  std::ifstream file(TENOR_DATA "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("no shipped file " + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const Tagger& shipped_tagger() {
  static const Tagger tagger(shipped("tagger_en.txt"));
  return tagger;
}

inline const Parser& shipped_parser() {
  static const Parser parser(shipped("parser_en.bin"));
  return parser;
}

}  // namespace tenor
