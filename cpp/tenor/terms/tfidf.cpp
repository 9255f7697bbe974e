#include "tenor/text/span.h"
