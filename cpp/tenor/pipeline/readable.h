#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenor {

/// Why a text cannot be read, as the column `status` says it; empty where it can be.
std::string unreadable(std::optional<std::string_view> text);

}  // namespace tenor
