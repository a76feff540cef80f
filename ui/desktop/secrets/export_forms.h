#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::desktop::export_forms {

enum class Form { DotEnv, DockerSecrets, KubernetesSecret, ExternalSecret, SystemdCredentials };

/// The names of secrets in the form that another way of running wants, with places for values, which no server gives away.
[[nodiscard]] QString textOf(Form form, const QStringList &names);
/// What a file of it is usually called.
[[nodiscard]] QString fileNameOf(Form form);

} // namespace gatehouse::desktop::export_forms
