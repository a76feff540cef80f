#pragma once

#include <QByteArrayView>

namespace gatehouse::secrets {

/// What people write where a random secret should be: words of documentation, of passwords, and rows of keyboards. In small
/// letters, at least three.
inline constexpr QByteArrayView kCommonWords[] = {
    "about",       "access",      "account",    "admin",       "administrator", "after",
    "again",       "agent",       "all",        "and",         "any",           "api",
    "app",         "application", "are",        "asdfghjkl",   "auth",          "authentication",
    "author",      "automatic",   "autoscaler", "backend",     "base",          "battery",
    "been",        "before",      "bit",        "bytes",       "cannot",        "change",
    "changeme",    "character",   "characters", "client",      "code",          "company",
    "config",      "correct",     "database",   "day",         "default",       "demo",
    "deploy",      "deployment",  "dev",        "development", "document",      "dragon",
    "dummy",       "enough",      "enter",      "environment", "example",       "fake",
    "first",       "for",         "football",   "from",        "gatehouse",     "generate",
    "generated",   "good",        "hakanai",    "has",         "have",          "hello",
    "here",        "honestly",    "horse",      "hypercode",   "iloveyou",      "insecure",
    "insert",      "into",        "jwt",        "key",         "keep",          "lazy",
    "length",      "letmein",     "local",      "localhost",   "login",         "long",
    "love",        "master",      "minimum",    "monkey",      "more",          "must",
    "need",        "never",       "not",        "one",         "only",          "our",
    "over",        "pass",        "passphrase", "password",    "passwort",      "path",
    "phrase",      "please",      "princess",   "private",     "prod",          "production",
    "project",     "public",      "quick",      "qwerty",      "qwertyuiop",    "qwertz",
    "random",      "redis",       "replace",    "safe",        "sample",        "secret",
    "secrets",     "secure",      "security",   "server",      "service",       "session",
    "shadow",      "should",      "sign",       "signing",     "some",          "something",
    "staging",     "staple",      "string",     "strong",      "sunshine",      "super",
    "supersecret", "system",      "temp",       "test",        "testing",       "text",
    "that",        "the",         "this",       "token",       "trustno",       "use",
    "used",        "user",        "value",      "very",        "want",          "was",
    "web",         "welcome",     "will",       "with",        "word",          "work",
    "world",       "would",       "yes",        "you",         "your",          "zxcvbnm",
};

/// After each letter from a to z, those that follow it most often in English text.
inline constexpr QByteArrayView kLikelySuccessors[26] = {
    "ntlrscid",   "eloaurysb",  "oehatkilr",   "eioasurd",  "rnsdaletc", "oiraetfu",    "ehroauis",   "eaioturh", "nstocelm",
    "ueoai",      "eisnalyo",   "eliaydosu",   "eaiopmbus", "dgtesoiac", "nrufmtwoslp", "eroalptihu", "u",        "eioastdnym",
    "tehiosuapc", "hioeartusy", "rstnlgpcmei", "eiao",      "aihoenrs",  "ptaeic",      "oesti",      "eaoi",
};

} // namespace gatehouse::secrets
