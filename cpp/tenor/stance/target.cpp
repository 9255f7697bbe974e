#include "tenor/voice/attribution.h"
