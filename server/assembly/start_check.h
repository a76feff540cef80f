#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "core/error.h"

#include <vector>

namespace gatehouse::assembly {

/// What a start of the server would come to.
struct StartForecast {
    std::vector<FieldError> reasons; ///< why it would not start or could not serve; all of them
    std::vector<FieldError> notes; ///< worth knowing, keeps nobody from starting
};

/// Looks at everything a start needs: the rules, the data folder and its disk, the database, the TLS files, the keys, the
/// operator's own pages, the databases about addresses, the port. A
/// port that the server of this very data folder has is fine. Starts nothing and changes nothing. Blocks.
[[nodiscard]] StartForecast forecastStart(const config::Settings &settings, const GivenSecrets &secrets);

} // namespace gatehouse::assembly
