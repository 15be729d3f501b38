// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <minutes/minutes.hpp>

int main(int, char* argv[]) {
    const minutes::parse_result march = minutes::parse_file(argv[1]);
    for (const minutes::action& a : march.meeting.actions) {
        std::printf("%s\n", a.text.value.value_or("").c_str());
        for (const minutes::owner& o : a.owners) std::printf("  %s\n", o.text.value.value_or("").c_str());
    }
    return march.readable ? 0 : 3;
}
