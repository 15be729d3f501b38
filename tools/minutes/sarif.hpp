// SPDX-License-Identifier: Apache-2.0
// Diagnostics as a log of SARIF 2.1.0 (OASIS): one run, a rule for each code, a result for each finding.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include <minutes/parse.hpp>

namespace cli {

class sarif_log {
public:
    void add(const minutes::parse_result& r);
    [[nodiscard]] std::string finished() const;

private:
    nlohmann::ordered_json artifacts_ = nlohmann::ordered_json::array();
    nlohmann::ordered_json results_ = nlohmann::ordered_json::array();
};

}  // namespace cli
