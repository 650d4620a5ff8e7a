#pragma once
#include <osinfo/osinfo.h>
