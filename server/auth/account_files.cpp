#include "auth/account_files.h"

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

UserAdministration::Recorder AccountFiles::recorderOf(SecurityAction action,
                                                      std::vector<std::pair<QByteArray, QByteArray>> facts) const
{
    SecurityEvent event{.action = action};
    event.facts = std::move(facts);
    return [&to = *events, event](QSqlDatabase &sql, const QByteArray &target) {
        SecurityEvent done = event;
        done.target = target;
        return to.recordWithin(sql, done);
    };
}

Result<User> findUser(AccountFiles &files, const QString &name)
{
    Result<std::optional<User>> found =
        files.database->runBlocking([&](QSqlDatabase &database) { return user_store::findByName(database, name.toUtf8()); });
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return failure(ErrorKind::NotFound, u"there is no user \"%1\""_s.arg(name));
    return std::move(**found);
}

} // namespace gatehouse::auth
