#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenor {

/// Part of speech of Universal Dependencies v2 (Nivre and others 2020).
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};
constexpr std::size_t upos_count = static_cast<std::size_t>(Upos::X) + 1;

/// Relation of a word to its head in Universal Dependencies v2, with the subtypes of English treebanks:
/// `nsubj_pass` is "nsubj:pass".
enum class Relation : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
constexpr std::size_t relation_count = static_cast<std::size_t>(Relation::xcomp) + 1;

/// The treebanks' own names: "NOUN", "acl:relcl".
std::string_view name(Upos upos);
std::string_view name(Relation relation);
/// Throws Error where no relation or part of speech has the name.
Upos upos_named(std::string_view name);
Relation relation_named(std::string_view name);
/// The relation without its subtype: nsubj of nsubj:pass.
Relation universal(Relation relation);

}  // namespace tenor
