// Node 18, which Debian 12 has, knows WebCrypto but not yet by the name that browsers have for it.
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
