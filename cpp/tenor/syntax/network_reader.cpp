#include "tenor/syntax/network_reader.h"

#include <charconv>
#include <sstream>

namespace tenor {
namespace {

std::size_t number(std::string_view text, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > most)
    throw Error("model: '" + std::string(text) + "' is no number from 1 to " + std::to_string(most));
  return value;
}

std::size_t bytes_of(std::string_view type) {
  if (type == "i1") return 1;
  if (type == "i2") return 2;
  if (type == "u4" || type == "f4") return 4;
  throw Error("model: unknown type of number '" + std::string(type) + "'");
}

}  // namespace

NetworkReader::NetworkReader(std::string_view model, std::string_view format) {
  constexpr std::size_t most = 10'000'000;
  std::vector<std::string> order;
  std::size_t at = 0;
  for (std::size_t number_of_line = 1;; ++number_of_line) {
    const std::size_t end = model.find('\n', at);
    if (end == std::string_view::npos || number_of_line > 1000)
      throw Error("not a model: its text has no end");
    std::istringstream line{std::string(model.substr(at, end - at))};
    at = end + 1;
    if (number_of_line == 1) {
      if (line.str() != format)
        throw Error("not a model of this version: the first line is not '" + std::string(format) + "'");
      continue;
    }
    std::string kind, name;
    line >> kind >> name;
    if (kind == "end") break;
    if (kind == "names") {
      for (std::string value; line >> value;) names_[name].push_back(value);
    } else if (kind == "tensor") {
      std::string rows, columns;
      Tensor& tensor = tensors_[name];
      line >> tensor.type >> rows >> columns;
      tensor.rows = number(rows, most);
      tensor.columns = number(columns, most);
      order.push_back(name);
    } else if (kind == "#") {
      notes_ += (notes_.empty() ? "" : "\n") + line.str().substr(2);
    } else {
      throw Error("model, line " + std::to_string(number_of_line) + ": '" + kind + "' says nothing");
    }
  }
  for (const std::string& name : order) {
    Tensor& tensor = tensors_[name];
    const std::size_t size = tensor.rows * tensor.columns * bytes_of(tensor.type);
    if (size > model.size() - at) throw Error("model: " + name + " is cut short");
    tensor.bytes = model.substr(at, size);
    at += size;
  }
  if (at != model.size()) throw Error("model: bytes after its end");
}

std::size_t NetworkReader::count(std::string_view text) {
  return number(text, 99);
}

const NetworkReader::Tensor& NetworkReader::find(const std::string& name) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) throw Error("model: " + name + " is missing");
  return found->second;
}

const std::vector<std::string>& NetworkReader::names(const std::string& name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) throw Error("model: the names of " + name + " are missing");
  return found->second;
}

void NetworkReader::expect(const std::string& name, std::size_t rows, std::size_t columns) const {
  const Tensor& tensor = find(name);
  if (tensor.rows != rows || tensor.columns != columns)
    throw Error("model: " + name + " has " + std::to_string(tensor.rows) + " by " +
                std::to_string(tensor.columns) + " numbers and not " + std::to_string(rows) + " by " +
                std::to_string(columns));
}

}  // namespace tenor
