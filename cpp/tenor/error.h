#pragma once

#include <stdexcept>

namespace tenor {

/// Bad data or a bad argument. The message names the value, its place and the remedy. `tenor.Error` in
/// Python.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace tenor
