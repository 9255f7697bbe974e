#include "tenor/stance/batch.h"

#include <string>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

Span target_span(std::string_view sentence, std::ptrdiff_t start, std::ptrdiff_t end,
                 const std::string& place) {
  const CodePoints points(sentence);
  const std::size_t length = points(sentence.size());
  if (start < 0 || start >= end || static_cast<std::size_t>(end) > length)
    throw Error("the target [" + std::to_string(start) + ", " + std::to_string(end) + ")" + place +
                " is empty or outside its sentence of " + std::to_string(length) +
                " characters; give offsets in code points, as sentence[start:end]");
  return {points.byte(static_cast<std::size_t>(start)), points.byte(static_cast<std::size_t>(end))};
}

}  // namespace

Reading read_sentence(std::string_view sentence, const Segmenter& segmenter) {
  Reading reading{sentence, {}, segmenter.words(sentence)};
  reading.sentences.push_back({{0, sentence.size()}, Section::body, 0, 0, reading.words.size()});
  return reading;
}

std::vector<Probabilities> target_polarities(const TargetModel& model,
                                             const std::vector<std::string_view>& sentences,
                                             const std::vector<std::ptrdiff_t>& starts,
                                             const std::vector<std::ptrdiff_t>& ends) {
  if (sentences.size() != starts.size() || sentences.size() != ends.size())
    throw Error("there are " + std::to_string(sentences.size()) + " sentences, " +
                std::to_string(starts.size()) + " starts and " + std::to_string(ends.size()) +
                " ends; give one of each for every target");
  std::vector<Probabilities> out(sentences.size());
  const Segmenter segmenter;
  Reading reading;
  TargetReader reader(model);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Span span = target_span(sentences[i], starts[i], ends[i], " of row " + std::to_string(i));
    // Neighbouring rows often share a sentence: it is read once.
    if (reading.sentences.empty() || reading.text != sentences[i]) {
      reading = read_sentence(sentences[i], segmenter);
      reader.open(reading, 0);
    }
    out[i] = reader.polarity(span);
  }
  return out;
}

TargetReasons explain_target(const TargetModel& model, std::string_view sentence, std::ptrdiff_t start,
                             std::ptrdiff_t end) {
  const Span span = target_span(sentence, start, end, "");
  return model.explain(read_sentence(sentence, Segmenter()), 0, span);
}

}  // namespace tenor
