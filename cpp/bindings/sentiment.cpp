#include "bindings.h"
#include "tenor/sentiment/scorer.h"

namespace tenor::bindings {

void bind_sentiment(py::module_& m) {
  py::class_<Scorer, py::smart_holder>(m, "Scorer");
}

}  // namespace tenor::bindings
