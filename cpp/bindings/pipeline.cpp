#include "bindings.h"

namespace tenor::bindings {

void bind_pipeline(py::module_&) {}

}  // namespace tenor::bindings
