// SPDX-License-Identifier: Apache-2.0
// MINUTES_EXPORT marks what the shared library shows; all else in it is hidden.
#pragma once

#if defined(__GNUC__)
#define MINUTES_EXPORT __attribute__((visibility("default")))
#else
#define MINUTES_EXPORT
#endif
