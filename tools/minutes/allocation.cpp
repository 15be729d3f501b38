// SPDX-License-Identifier: Apache-2.0
// How the program gets memory: from mimalloc, whose own `operator new` ends the process when there is none (it is
// compiled as C), where a reader that ran out of memory has to say so.
#ifdef MINUTES_MIMALLOC

#include <cstddef>
#include <new>

#include <mimalloc.h>

namespace {

void* memory_or_throw(std::size_t size) {
    if (void* p = mi_malloc(size)) return p;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return memory_or_throw(size); }
void* operator new[](std::size_t size) { return memory_or_throw(size); }
void operator delete(void* p) noexcept { mi_free(p); }
void operator delete[](void* p) noexcept { mi_free(p); }
void operator delete(void* p, std::size_t) noexcept { mi_free(p); }
void operator delete[](void* p, std::size_t) noexcept { mi_free(p); }

#endif
