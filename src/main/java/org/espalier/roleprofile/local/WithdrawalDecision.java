package org.espalier.roleprofile.local;

import java.time.Instant;

/**
 * What an organisation decided on its additions when the national profile was withdrawn; it stays on record.
 *
 * @param version the number of the withdrawn version
 * @param kept false when the additions were taken back
 * @param by the name of whoever decided
 */
public record WithdrawalDecision(int version, boolean kept, String reason, String by, Instant at) {}
