#include "tenor/voice/attribution.h"

#include <algorithm>
#include <optional>

#include "tenor/text/unicode.h"
#include "tenor/voice/finding.h"
#include "tenor/voice/holder.h"

namespace tenor {
namespace {

// A content that touches a quotation takes all of it, over sentences and paragraphs.
Span widen(Span span, const std::vector<Quotation>& quotations) {
  auto q = std::lower_bound(quotations.begin(), quotations.end(), span.begin,
                            [](const Quotation& a, std::size_t at) { return a.span.end <= at; });
  if (q != quotations.end() && q->span.begin < span.begin) span.begin = q->span.begin;
  for (; q != quotations.end() && q->span.begin < span.end; ++q) {
    span.end = std::max(span.end, q->span.end);
    if (q->continues && q + 1 != quotations.end()) span.end = std::max(span.end, (q + 1)->span.begin + 1);
  }
  return span;
}

class Attributions {
 public:
  Attributions(const Reading& reading, const std::vector<Layout>& layouts,
               const std::vector<Quotation>& quotations)
      : reading_(reading), quotations_(quotations), holders_(layouts) {
    for (const Layout& layout : layouts) read_sentence(layout, layout.sentence());
  }

  std::vector<Attribution> take() { return std::move(out_); }

 private:
  void read_sentence(const Layout& layout, std::size_t s) {
    const std::vector<Finding> findings = find_attributions(layout);
    if (findings.empty()) run_on(s);
    const std::size_t first = out_.size();
    for (const Finding& f : findings) {
      // "You know that ...": the reader, or anybody.
      if (f.source.end == f.source.first + 1 && layout.word(f.source.first) == "you") continue;
      Attribution a;
      if (f.loose) {
        const auto q = ending_before(reading_.sentences[s].span.begin, f.cue.first < f.source.first);
        if (!q) continue;
        a.content.push_back(*q);
        release(*q);
      } else if (f.following) {
        const auto next = beginning_after(s);
        if (!next) continue;
        a.content.push_back(*next);
      } else {
        a.content.push_back(widen(layout.span(f.content), quotations_));
        release(a.content[0]);
      }
      a.sentence = s;
      a.rule = f.rule;
      if (!f.source.empty()) a.source.push_back(layout.span(f.source));
      a.cue.push_back(layout.span(f.cue));
      if (f.resumed) a.content.push_back(widen(layout.span(*f.resumed), quotations_));
      a.kind = f.verb ? f.verb->kind : f.rule == seeming ? Kind::belief : Kind::statement;
      if (f.verb && layout.is_negated(f.cue.first) && a.kind == Kind::statement) a.kind = Kind::denial;
      a.holder = holders_.resolve(layout, f.source);
      bool own = false;  // inside their own words: "Smith said he wants ..." is one voice
      const auto inside = [&](const Span& content) {
        return content.contains(a.cue[0]) && (a.source.empty() || content.contains(a.source[0]));
      };
      for (std::size_t i = first; i < out_.size(); ++i)
        for (const Span& content : out_[i].content)
          if (inside(content)) {
            a.depth = out_[i].depth + 1;
            own = out_[i].holder == a.holder;
          }
      if (own) continue;
      if (a.depth == 1) holders_.mention(a.holder, true);
      out_.push_back(std::move(a));
    }
    holders_.read(layout);
  }

  // A sentence that opens with a quotation and names no speaker goes on with the last one who was quoted:
  // within the paragraph, or where the paragraph before ended with their words.
  void run_on(std::size_t s) {
    if (out_.empty()) return;
    const std::size_t sentence = out_.back().sentence;
    std::size_t k = out_.size() - 1;
    while (k > 0 && out_[k - 1].sentence == sentence && !is_quoted(out_[k])) --k;
    Attribution& last = is_quoted(out_[k]) ? out_[k] : out_.back();
    const Sentence& here = reading_.sentences[s];
    if (last.depth > 1) return;
    const Span& content = last.content.back();
    if (content.contains(here.span)) return;
    const std::size_t since = std::max(reading_.sentences[sentence].paragraph, last_run_on_);
    if (since != here.paragraph && (!is_quoted(last) || since + 1 != here.paragraph)) return;
    const auto q = std::lower_bound(quotations_.begin(), quotations_.end(), here.span.begin,
                                    [](const Quotation& a, std::size_t at) { return a.span.end <= at; });
    if (q == quotations_.end() || q->span.begin != here.span.begin || content.overlaps(q->span)) return;
    last.content.push_back(q->span);
    ran_on_ = static_cast<std::size_t>(&last - out_.data());
    last_run_on_ = here.paragraph;
  }

  // A quotation that went on with the last speaker, but has a speaker of its own.
  void release(const Span& quotation) {
    if (!out_.empty() && ran_on_ < out_.size() && out_[ran_on_].content.size() > 1 &&
        out_[ran_on_].content.back().overlaps(quotation))
      out_[ran_on_].content.pop_back();
  }

  // The quotation that ends right before a place: a signature may stand on a line of its own.
  std::optional<Span> ending_before(std::size_t at, bool signature) const {
    auto q = std::lower_bound(quotations_.begin(), quotations_.end(), at,
                              [](const Quotation& x, std::size_t p) { return x.span.end <= p; });
    if (q == quotations_.begin()) return std::nullopt;
    --q;
    if (q->span.end > at) return std::nullopt;
    for (std::size_t i = q->span.end; i < at;)
      if (!is_space(decode(reading_.text, i)) || (!signature && i < at)) return std::nullopt;
    return q->span;
  }

  // The quotation that begins with the next sentence; its whole paragraph where it has no marks.
  std::optional<Span> beginning_after(std::size_t s) const {
    if (s + 1 >= reading_.sentences.size()) return std::nullopt;
    const Sentence& next = reading_.sentences[s + 1];
    const Span whole = widen({next.span.begin, next.span.begin + 1}, quotations_);
    if (whole.size() > 1) return whole;
    Span all = next.span;
    for (std::size_t i = s + 1;
         i < reading_.sentences.size() && reading_.sentences[i].paragraph == next.paragraph; ++i)
      all.end = reading_.sentences[i].span.end;
    return all;
  }

  bool is_quoted(const Attribution& a) const {
    const auto q = std::lower_bound(quotations_.begin(), quotations_.end(), a.content[0].begin,
                                    [](const Quotation& x, std::size_t at) { return x.span.end <= at; });
    return q != quotations_.end() && q->span.begin == a.content[0].begin;
  }

  const Reading& reading_;
  const std::vector<Quotation>& quotations_;
  Holders holders_;
  std::size_t ran_on_ = std::string::npos;  // who
  std::size_t last_run_on_ = 0;             // the paragraph that last went on with a speaker's words
  std::vector<Attribution> out_;
};

}  // namespace

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::statement:
      break;
    case Kind::belief:
      return "belief";
    case Kind::demand:
      return "demand";
    case Kind::denial:
      return "denial";
    case Kind::accusation:
      return "accusation";
    case Kind::judgement:
      return "judgement";
  }
  return "statement";
}

std::vector<Attribution> attributions(const Reading& reading, const std::vector<Layout>& layouts,
                                      const std::vector<Quotation>& quotations) {
  return Attributions(reading, layouts, quotations).take();
}

}  // namespace tenor
