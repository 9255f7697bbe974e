#include "bindings.h"

namespace tenor::bindings {

void bind_voice(py::module_&) {}

}  // namespace tenor::bindings
