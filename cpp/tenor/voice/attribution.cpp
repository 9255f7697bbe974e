#include "tenor/voice/attribution.h"

#include <algorithm>

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
      Attribution a;
      a.sentence = s;
      if (!f.source.empty()) a.source.push_back(layout.span(f.source));
      a.cue.push_back(layout.span(f.cue));
      a.content.push_back(widen(layout.span(f.content), quotations_));
      if (f.resumed) a.content.push_back(widen(layout.span(*f.resumed), quotations_));
      a.kind = f.verb ? f.verb->kind : Kind::statement;
      if (f.verb && layout.is_negated(f.cue.first) && a.kind == Kind::statement) a.kind = Kind::denial;
      a.holder = holders_.resolve(layout, f.source);
      for (std::size_t i = first; i < out_.size(); ++i)
        for (const Span& content : out_[i].content)
          if (content.contains(a.cue[0]) && !a.source.empty() && content.contains(a.source[0]))
            a.depth = out_[i].depth + 1;
      if (a.depth == 1) holders_.mention(a.holder, true);
      out_.push_back(std::move(a));
    }
    holders_.read(layout);
  }

  // A sentence that opens with a quotation and names no speaker goes on with the last one, within a
  // paragraph.
  void run_on(std::size_t s) {
    if (out_.empty()) return;
    Attribution& last = out_.back();
    const Sentence& sentence = reading_.sentences[s];
    if (reading_.sentences[last.sentence].paragraph != sentence.paragraph || last.depth > 1) return;
    const Span& content = last.content.back();
    if (content.contains(sentence.span)) return;
    const auto q = std::lower_bound(quotations_.begin(), quotations_.end(), sentence.span.begin,
                                    [](const Quotation& a, std::size_t at) { return a.span.end <= at; });
    if (q == quotations_.end() || q->span.begin != sentence.span.begin || content.overlaps(q->span)) return;
    last.content.push_back(q->span);
  }

  const Reading& reading_;
  const std::vector<Quotation>& quotations_;
  Holders holders_;
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
