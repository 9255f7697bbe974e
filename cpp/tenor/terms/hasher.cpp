#include "tenor/terms/hasher.h"

#include <algorithm>

#include "tenor/error.h"
#include "tenor/terms/murmur.h"
#include "tenor/terms/parts.h"

namespace tenor {

// A document's words or characters as one text; its terms are slices of that, so nothing is put together.
struct Hasher::Scratch {
  struct Piece {
    std::size_t begin, end;
  };
  std::string folded, joined;
  std::vector<char32_t> characters;
  Buffer<std::string_view> tokens;
  std::vector<Piece> pieces;
  std::vector<std::uint64_t> entries, scratch, sorted;  // column << 32 | sign bit
  std::size_t document = 0;
  bool surrogate = false;

  void clear() {
    joined.clear();
    pieces.clear();
    surrogate = false;
  }
  void add(std::string_view piece) {
    pieces.push_back({joined.size(), joined.size() + piece.size()});
    joined.append(piece);
  }
};

Hasher::Hasher(ReaderOptions options, std::span<const std::string> stop_words, std::uint32_t columns,
               bool signs)
    : options_(std::move(options)), columns_(columns), signs_(signs) {
  if (columns == 0 || columns > 0x7FFFFFFF) {
    throw Error("columns must be 1 to 2147483647, not " + std::to_string(columns));
  }
  for (const std::string& word : stop_words) stop_words_.insert(word);
}

void Hasher::read_words(const Document& document, Scratch& s) const {
  s.clear();
  const std::string_view folded = fold_tokens(document, options_, s.folded);
  find_tokens(folded, options_.min_length, s.tokens);
  for (const std::string_view token : std::span(s.tokens.data(), s.tokens.size())) {
    std::uint32_t stop_word = WordIndex::none;
    if (stop_words_.size() != 0) stop_words_.find({&token, 1}, &stop_word);
    if (stop_word != WordIndex::none) continue;
    s.add(token);
    s.joined.push_back(' ');
  }
  emit(s, false);
}

void Hasher::read_characters(const Document& document, Scratch& s) const {
  s.clear();
  fold_characters(document, *options_.alphabet, s.characters);
  const auto add = [&](char32_t c) {
    s.surrogate |= c >= 0xD800 && c < 0xE000;
    char bytes[4];
    s.add({bytes, encode(c, bytes)});
  };
  if (options_.unit == Unit::character) {
    for (const char32_t c : s.characters) add(c);
    return emit(s, false);
  }
  const auto is_space = [&](char32_t c) { return ((*options_.alphabet)(c)&Alphabet::space) != 0; };
  for (auto at = s.characters.begin();;) {
    at = std::find_if_not(at, s.characters.end(), is_space);
    if (at == s.characters.end()) return;
    s.clear();
    add(U' ');
    for (; at != s.characters.end() && !is_space(*at); ++at) add(*at);
    add(U' ');
    emit(s, true);
  }
}

// Hashes the sequences of min_n to max_n pieces; `whole`: also all of them where they are fewer than min_n.
void Hasher::emit(Scratch& s, bool whole) const {
  const std::size_t size = s.pieces.size(), top = std::min(options_.max_n, size);
  const std::size_t bottom = whole ? std::min(options_.min_n, size) : options_.min_n;
  const std::string_view joined = s.joined;
  if (s.surrogate && bottom <= top) {  // then some term holds it
    throw Error("document " + std::to_string(s.document) +
                " has a lone surrogate, which has no UTF-8 to hash; decode it with errors='replace'");
  }
  for (std::size_t n = bottom; n <= top; ++n) {
    for (std::size_t i = 0; i + n <= size; ++i) {
      const std::size_t begin = s.pieces[i].begin;
      const std::uint32_t hash = murmur3(joined.substr(begin, s.pieces[i + n - 1].end - begin));
      const std::uint32_t sign = hash >> 31, magnitude = sign != 0 ? ~hash + 1 : hash;
      s.entries.push_back(static_cast<std::uint64_t>(magnitude % columns_) << 32 | sign);
    }
  }
}

void Hasher::read(const Document& document, Scratch& s) const {
  s.entries.clear();
  if (is_word(options_.unit)) {
    read_words(document, s);
  } else {
    read_characters(document, s);
  }
  s.sorted.resize(std::max(s.sorted.size(), s.entries.size()));
  s.scratch.resize(s.sorted.size());
  sort_row(s.entries, s.scratch, columns_,
           [&](std::size_t at, std::uint64_t entry) { s.sorted[at] = entry; });
}

template <class T>
Csr<T> Hasher::count(std::span<const Document> documents, std::size_t first, unsigned threads) const {
  const std::size_t parts = std::max(1U, threads);
  const std::vector<std::size_t> ends = split(documents, parts);
  std::vector<Csr<T>> out(parts);
  each(parts, [&](std::size_t part) {
    Scratch scratch;
    Csr<T>& rows = out[part];
    for (std::size_t i = part == 0 ? 0 : ends[part - 1]; i < ends[part]; ++i) {
      scratch.document = first + i;
      read(documents[i], scratch);
      for (std::size_t e = 0; e < scratch.entries.size();) {
        const std::uint64_t column = scratch.sorted[e] >> 32;
        std::int64_t sum = 0;
        for (; e < scratch.entries.size() && scratch.sorted[e] >> 32 == column; ++e) {
          sum += signs_ && (scratch.sorted[e] & 1) != 0 ? -1 : 1;
        }
        rows.columns.push_back(static_cast<std::uint32_t>(column));
        rows.values.push_back(static_cast<T>(sum));
      }
      rows.row_starts.push_back(static_cast<std::int64_t>(rows.columns.size()));
    }
  });
  Csr<T> all = std::move(out[0]);
  all.row_starts.insert(all.row_starts.begin(), 0);
  for (std::size_t part = 1; part < parts; ++part) {
    const std::size_t before = all.columns.size(), more = out[part].columns.size();
    all.columns.resize(before + more);
    all.values.resize(before + more);
    std::copy_n(out[part].columns.data(), more, all.columns.data() + before);
    std::copy_n(out[part].values.data(), more, all.values.data() + before);
    for (const std::int64_t end : out[part].row_starts) {
      all.row_starts.push_back(static_cast<std::int64_t>(before) + end);
    }
    out[part] = Csr<T>();
  }
  return all;
}

template Csr<std::int64_t> Hasher::count(std::span<const Document>, std::size_t, unsigned) const;
template Csr<std::int32_t> Hasher::count(std::span<const Document>, std::size_t, unsigned) const;
template Csr<double> Hasher::count(std::span<const Document>, std::size_t, unsigned) const;
template Csr<float> Hasher::count(std::span<const Document>, std::size_t, unsigned) const;

}  // namespace tenor
