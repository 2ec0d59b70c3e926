package org.clausebot.acknowledgement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One person's part in a request. Answers to questions are not among it, right or wrong.
 *
 * @param id random; with a keyed hash it is the person's link
 * @param mailed the day of the last mail
 * @param mails how many there were
 * @param refused whether the mail server refuses the address
 * @param done the day on which they said that they had read and understood; no time
 */
public record Reading(
        String id,
        String round,
        Person person,
        Optional<LocalDate> mailed,
        int mails,
        boolean refused,
        Optional<LocalDate> done) {}
