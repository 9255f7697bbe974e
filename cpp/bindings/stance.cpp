#include "bindings.h"

namespace tenor::bindings {

void bind_stance(py::module_&) {}

}  // namespace tenor::bindings
