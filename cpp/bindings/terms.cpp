#include "bindings.h"

namespace tenor::bindings {

void bind_terms(py::module_&) {}

}  // namespace tenor::bindings
