// SPDX-License-Identifier: Apache-2.0
// The whole library:  minutes::write_xlsx(minutes::parse_file("march.txt").meeting, "actions.xlsx");
#pragma once

#include <minutes/archive.hpp>
#include <minutes/corrections.hpp>
#include <minutes/diagnostic.hpp>
#include <minutes/history.hpp>
#include <minutes/learn.hpp>
#include <minutes/load.hpp>
#include <minutes/meeting.hpp>
#include <minutes/parse.hpp>
#include <minutes/public_copy.hpp>
#include <minutes/site.hpp>
#include <minutes/style.hpp>
#include <minutes/trace.hpp>
#include <minutes/write.hpp>
