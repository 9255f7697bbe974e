#include "tenor/sentiment/scorer.h"
