// Targets a second of the target model where sentences and words are known: median of five runs over all
// targets, by one core's CPU time.
//   bench_stance MODEL TARGETS       a line a target: START END SENTENCE, offsets in bytes (bench_stance.py)
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tenor/stance/batch.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1], std::ios::binary), lines(argv[2]);
  const std::string weights{std::istreambuf_iterator<char>(file), {}};
  const tenor::TargetModel model(weights);
  std::vector<std::string> sentences;  // each once, in order
  std::vector<std::size_t> sentence_of;
  std::vector<tenor::Span> targets;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream in(line);
    tenor::Span target;
    in >> target.begin >> target.end;
    std::string sentence = line.substr(static_cast<std::size_t>(in.tellg()) + 1);
    if (sentences.empty() || sentences.back() != sentence) sentences.push_back(std::move(sentence));
    targets.push_back(target);
    sentence_of.push_back(sentences.size() - 1);
  }
  const tenor::Segmenter segmenter;
  std::vector<tenor::Reading> readings;
  for (const std::string& sentence : sentences) readings.push_back(tenor::read_sentence(sentence, segmenter));

  std::vector<double> rates;
  double sum = 0;
  for (int run = 0; run < 5; ++run) {
    tenor::TargetReader reader(model);
    const std::clock_t start = std::clock();
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (i == 0 || sentence_of[i] != sentence_of[i - 1]) reader.open(readings[sentence_of[i]], 0);
      sum += reader.polarity(targets[i])[0];
    }
    rates.push_back(static_cast<double>(targets.size()) * CLOCKS_PER_SEC /
                    static_cast<double>(std::clock() - start));
  }
  std::sort(rates.begin(), rates.end());
  std::printf("%.0f\t%zu\t%zu\t%.1f\n", rates[2], targets.size(), sentences.size(), sum / 5);
}
