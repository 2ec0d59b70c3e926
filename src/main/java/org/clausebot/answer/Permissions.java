package org.clausebot.answer;

import static org.clausebot.answer.Modals.pattern;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that allow something to somebody, or leave it to them. "May" allows a deed; it allows nothing where it tells what
 * may come of a thing ("may lead to", "may be treated as") or what it may be ("may be a crime").
 */
final class Permissions {
    private static final Pattern MAY = Pattern.compile("\\b(?:may|MAY)\\b(:?)");
    private static final Pattern BEFORE = pattern("([\\p{L}'’]+)\\s+$");
    private static final Pattern WORDS = pattern(
            "^[\\s,]*(?:(?:also|then|still|therefore|however|instead|only|(?:it|them|him|her)sel(?:f|ves)|both|sometimes|normally|at any time|each) )*([\\p{L}'’-]+)(?:\\s+([\\p{L}'’-]+))?");
    private static final Pattern PARTICIPLE = pattern(
            "\\p{L}+(?:ed|wn|pt|ld|ght|ung|ent)|\\p{L}{2,}en|made|put|left|done|told|paid|met|shut|read|set|lent|cut|heard|found|worn|drunk|run|said|built|lost");

    private static final Set<String> PEOPLE = Set.of(
            "you",
            "staff",
            "adults",
            "employees",
            "teachers",
            "colleagues",
            "governors",
            "volunteers",
            "pupils",
            "parents");

    /** Who or what is spoken of and not to. */
    private static final Set<String> RELATIVE = Set.of("which", "that", "who", "there", "as", "what", "whom");

    private static final Set<String> POINTING = Set.of("it", "this", "these", "those", "so");

    /** What comes over things and people. */
    private static final Set<String> EFFECTS =
            Set.of("result cause mean include damage constitute amount become occur happen arise affect harm seem"
                    .concat(
                            " appear indicate suggest vary need face contain feel not well involve differ breach prejudice")
                    .concat(
                            " undermine identify expect know experience suffer represent reflect fall exist depend require think apply")
                    .concat(" believe last never bring prove present pose receive show render trigger invalidate no")
                    .split(" "));

    /** What is done to somebody as a consequence, or how a thing looks. */
    private static final Set<String> CONSEQUENCES = Set.of(
            "treated regarded considered viewed deemed misconstrued misinterpreted interpreted asked required expected needed"
                    .concat(
                            " disciplined dismissed suspended charged prosecuted exposed harmed affected involved tempted concerned")
                    .concat(" worried frightened identified linked damaged upset distressed subjected prohibited open")
                    .split(" "));

    private static final Pattern NO_DEED = pattern(
            "^\\s*lead to\\b|^\\s*give (?:rise|cause|the impression)\\b|^\\s*(?:bring|put) (?:[\\p{L}’']+ ){0,6}?(?:into|at risk)\\b|^\\s*be seen (?:as|to)\\b|^\\s*come (?:across|to|into|from|about|up)\\b|^\\s*have (?:been|had|to|consequences|implications|concerns|serious|an? (?:impact|effect|bearing|duty|need|concern|disability|reason))\\b");

    private static final Set<String> APPLIES_FOR = Set.of("for", "in", "to");

    private static final Pattern ALLOWED = pattern(
            "\\b(?:you|staff|adults|employees|teachers|members of staff|colleagues|governors|volunteers) can\\b(?! ?(?:be|have|find|not|only be|expect|see|feel)\\b)"
                    + "|\\b(?:is|are) (?:always |also |normally )?(?:allowed|permitted|(?:welcome|free|entitled|authori[sz]ed) to)\\b|\\bha(?:s|ve) the (?:\\p{L}+ )?(?:right|authority) to\\b"
                    + "|\\b(?:is|are) acceptable\\b|\\bnothing\\b[^.;]*\\b(?:stops|prevents)\\b");

    private static final Pattern LEFT_OPEN = pattern(
            "\\bneeds? not\\b|\\b(?:is|are|will) not (?:be )?(?:required|obliged|expected) to\\b|\\b(?:do|does|will) not (?:have|need) to\\b"
                    + "|\\bno (?:need|obligation|requirement) to\\b"
                    + "|\\b(?:no|nobody|none)\\b[^,.;]{0,40}\\b(?:(?:is|are) (?:required|obliged|expected)|has|have|needs?) to\\b");

    private Permissions() {}

    /** The first words that allow something. */
    static Optional<Modals.Found> in(String statement) {
        Optional<Modals.Found> may = may(statement);
        for (Pattern pattern : new Pattern[] {ALLOWED, LEFT_OPEN}) {
            Matcher words = pattern.matcher(statement);
            while (words.find()) {
                int start = words.start();
                if (!Modals.isCondition(statement, start) && may.stream().noneMatch(m -> m.start() < start)) {
                    may = Optional.of(new Modals.Found(Stance.MAY, start, words.end()));
                }
            }
        }
        return may;
    }

    private static Optional<Modals.Found> may(String statement) {
        Matcher may = MAY.matcher(statement);
        while (may.find()) {
            String before = statement.substring(0, may.start());
            Matcher last = BEFORE.matcher(before);
            String subject = last.find() ? last.group(1).toLowerCase(Locale.UK) : "";
            if (RELATIVE.contains(subject) || Modals.isCondition(statement, may.start())) {
                continue;
            }
            boolean listed = !may.group(1).isEmpty() && PEOPLE.contains(subject);
            if (listed || isDeed(statement.substring(may.end()), subject)) {
                int start = PEOPLE.contains(subject) ? last.start(1) : may.start();
                return Optional.of(new Modals.Found(
                        Stance.MAY, start, may.end() - may.group(1).length()));
            }
        }
        return Optional.empty();
    }

    private static boolean isDeed(String after, String subject) {
        Matcher words = WORDS.matcher(after);
        if (!words.find()) {
            return false;
        }
        String verb = words.group(1).toLowerCase(Locale.UK);
        String next = words.group(2) == null ? "" : words.group(2).toLowerCase(Locale.UK);
        if (verb.equals("be")) {
            return PARTICIPLE.matcher(next).matches()
                    && !CONSEQUENCES.contains(next)
                    && !NO_DEED.matcher(after).find();
        }
        boolean effect = EFFECTS.contains(verb) && !(verb.equals("apply") && APPLIES_FOR.contains(next));
        return !POINTING.contains(subject) && !effect && !NO_DEED.matcher(after).find();
    }
}
