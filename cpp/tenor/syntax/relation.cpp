#include "tenor/syntax/relation.h"

#include <algorithm>
#include <array>
#include <string>

#include "tenor/error.h"

namespace tenor {
namespace {

constexpr std::array<std::string_view, upos_count> upos_names{
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// In the order of the names, which the search and tools/train_parser.py keep to.
constexpr std::array<std::string_view, relation_count> relation_names{
    "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",       "appos",
    "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",      "compound",
    "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass", "dep",
    "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",      "flat",
    "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",  "nmod:poss",
    "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",        "obl",
    "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum", "root",
    "vocative",      "xcomp"};

template <std::size_t n>
std::size_t find(const std::array<std::string_view, n>& names, std::string_view name, const char* what) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) throw Error("there is no " + std::string(what) + " '" + std::string(name) + "'");
  return static_cast<std::size_t>(at - names.begin());
}

}  // namespace

std::string_view name(Upos upos) {
  return upos_names[static_cast<std::size_t>(upos)];
}

std::string_view name(Relation relation) {
  return relation_names[static_cast<std::size_t>(relation)];
}

Upos upos_named(std::string_view name) {
  return static_cast<Upos>(find(upos_names, name, "part of speech"));
}

Relation relation_named(std::string_view name) {
  return static_cast<Relation>(find(relation_names, name, "relation"));
}

Relation universal(Relation relation) {
  static const auto table = [] {
    std::array<Relation, relation_count> out{};
    for (std::size_t i = 0; i < relation_count; ++i)
      out[i] = relation_named(relation_names[i].substr(0, relation_names[i].find(':')));
    return out;
  }();
  return table[static_cast<std::size_t>(relation)];
}

}  // namespace tenor
