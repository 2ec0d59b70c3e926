package org.clausebot.flow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and times the UK way: "yesterday about 4", "last Friday morning", "3/11", "half past three today", "on the 5th",
 * "just now". A word that it does not know makes it say so; it never guesses at a part of a sentence.
 */
final class WhenReader {
    private static final Set<String> FILLER = Set.of(
            "",
            "at",
            "on",
            "the",
            "in",
            "about",
            "around",
            "roughly",
            "approximately",
            "approx",
            "circa",
            "it",
            "was",
            "happened",
            "maybe",
            "i",
            "think",
            "probably",
            "of",
            "by",
            "and",
            "a",
            "some",
            "time",
            "sometime",
            "during",
            "o'clock",
            "or",
            "so",
            "from",
            "until",
            "since",
            "just",
            "ish",
            "perhaps",
            "this",
            "only",
            "back",
            "past",
            "early",
            "late",
            "mid");
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(about|around|roughly|approx|approximately|circa|maybe|i think|probably|perhaps|or so|just after|just before|some ?time)\\b|ish\\b");
    private static final Pattern NOW = Pattern.compile(
            "\\b(just now|right now|now|a moment ago|this minute|a minute ago|a few minutes ago|moments ago)\\b");
    private static final Pattern AGO = Pattern.compile(
            "\\b(\\d{1,3}|half an|a couple of|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten) (minutes?|mins?|hours?|hrs?) ago\\b");
    private static final Pattern PART = Pattern.compile(
            "\\b(?:first thing )?(?:in the |at |during )?(morning|afternoon|evening|night|lunch ?time|lunch|break ?time|break|midday|noon|midnight|after school|before school)\\b");

    private final LocalDateTime now;
    private final boolean future;
    private final boolean timeToo;

    WhenReader(ZonedDateTime now, boolean future, boolean timeToo) {
        this.now = now.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        this.future = future;
        this.timeToo = timeToo;
    }

    Reading read(String message) {
        if (message.length() > 120) {
            return unread("That is more than a day and a time.");
        }
        String plain = message.toLowerCase(java.util.Locale.UK)
                .replace('’', '\'')
                .replaceAll("[,;!?()“”\"]+|\\.(?=\\s|$)", " ")
                .replaceAll("[\\p{Z}\\s\\p{Cntrl}]+", " ")
                .strip();
        boolean about = ABOUT.matcher(plain).find();
        Optional<Reading> close = justNow(plain);
        return close.orElseGet(() -> dayAndTime(plain, about));
    }

    private Optional<Reading> justNow(String plain) {
        Matcher m = NOW.matcher(plain);
        if (m.find() && onlyFiller(m.replaceFirst(" "))) {
            return Optional.of(taken(now, m.group(1).endsWith("ago")));
        }
        m = AGO.matcher(plain);
        if (!m.find() || !onlyFiller(m.replaceFirst(" "))) {
            return Optional.empty();
        }
        boolean minutes = m.group(2).startsWith("m");
        LocalDateTime then = m.group(1).equals("half an")
                ? now.minusMinutes(30)
                : minutes ? now.minusMinutes(Day.count(m.group(1))) : now.minusHours(Day.count(m.group(1)));
        return Optional.of(taken(then, true));
    }

    private Reading dayAndTime(String plain, boolean about) {
        Day.Found day = new Day(now.toLocalDate(), future).in(plain);
        if (!day.problem().isEmpty()) {
            return unread(day.problem());
        }
        ClockTime.Found clock = ClockTime.in(day.rest());
        Matcher part = PART.matcher(clock.rest());
        String partOfDay = part.find() ? part.group(1).replace(" ", "") : "";
        String rest = partOfDay.isEmpty() ? clock.rest() : part.replaceFirst(" ");
        if (clock.time().isEmpty() && !day.days().isEmpty()) {
            clock = ClockTime.bare(withoutFiller(rest));
            rest = clock.time().isPresent() ? clock.rest() : rest;
        }
        if (!onlyFiller(rest) || (day.days().isEmpty() && clock.time().isEmpty() && partOfDay.isEmpty())) {
            return unread("");
        }
        if (day.days().isEmpty()) {
            return timeToo ? timeOnly(clock, partOfDay, about) : unread("Which day was it?");
        }
        if (day.month().isPresent()) {
            return month(day.month().get(), day.days().getFirst(), about);
        }
        List<Given> candidates = new ArrayList<>();
        for (LocalDate date : day.days()) {
            candidates.addAll(candidates(date, clock, partOfDay, about));
        }
        return settled(candidates, clock, partOfDay);
    }

    /** A time in the small hours that nobody called a morning is asked back. */
    private Reading settled(List<Given> candidates, ClockTime.Found clock, String part) {
        if (candidates.isEmpty()) {
            return unread("That is still to come, and this is about something that has happened.");
        }
        boolean small = part.isEmpty()
                && clock.time().filter(time -> !time.half()).isPresent()
                && candidates.getFirst().value().matches(".*T0[0-6]:.*");
        return candidates.size() == 1 && !small
                ? new Reading.Taken(candidates.getFirst())
                : new Reading.Which(candidates);
    }

    private Reading timeOnly(ClockTime.Found clock, String part, boolean about) {
        List<Given> candidates = candidates(now.toLocalDate(), clock, part, about);
        return candidates.isEmpty()
                ? unread("That time has not come yet today. Say the day as well.")
                : settled(candidates, clock, part);
    }

    private List<Given> candidates(LocalDate date, ClockTime.Found clock, String part, boolean about) {
        if (!timeToo) {
            return !future && date.isAfter(now.toLocalDate()) ? List.of() : List.of(day(date, about, ""));
        }
        if (clock.time().isEmpty()) {
            return part(date, part, about);
        }
        List<Given> candidates = new ArrayList<>();
        for (LocalDateTime time : times(date, clock.time().get(), part)) {
            if (future || !time.isAfter(now)) {
                candidates.add(given(time, about));
            }
        }
        return candidates;
    }

    /** A time without its half of the day: 1 to 6 are in the afternoon, at school; from 7 to 11 it is asked. */
    private List<LocalDateTime> times(LocalDate date, ClockTime time, String part) {
        LocalDateTime early = date.atTime(time.inMorning());
        LocalDateTime late = date.atTime(time.inAfternoon());
        if (time.half()) {
            return List.of(early);
        }
        boolean small = time.hour() % 12 < 6;
        return switch (part) {
            case "morning", "beforeschool" -> List.of(early);
            case "afternoon", "evening", "afterschool", "lunchtime", "lunch", "noon", "midday" -> List.of(late);
            case "night" -> List.of(small ? early.plusDays(1) : late);
            default ->
                time.hour() == 12 || time.hour() < 7
                        ? List.of(!future && late.isAfter(now) && date.equals(now.toLocalDate()) ? early : late)
                        : List.of(early, late);
        };
    }

    private List<Given> part(LocalDate date, String part, boolean about) {
        if (!future && date.isAfter(now.toLocalDate())) {
            return List.of();
        }
        return switch (part) {
            case "" -> List.of(day(date, about, ""));
            case "noon", "midday" -> List.of(given(date.atTime(LocalTime.NOON), about));
            case "morning", "afternoon", "evening" -> List.of(day(date, about, "in the " + part));
            case "afterschool" -> List.of(day(date, about, "after school"));
            case "beforeschool" -> List.of(day(date, about, "before school"));
            case "lunch", "lunchtime" -> List.of(day(date, about, "at lunchtime"));
            case "break", "breaktime" -> List.of(day(date, about, "at break"));
            default -> List.of(day(date, about, "at " + part));
        };
    }

    private Reading month(String month, LocalDate first, boolean about) {
        if (!future && first.isAfter(now.toLocalDate())) {
            return unread("That is still to come, and this is about something that has happened.");
        }
        if (first.getYear() < 1900 || first.getYear() > 2200) {
            return unread("");
        }
        return new Reading.Taken(new Given(month, (about ? "about " : "") + Shown.month(month)));
    }

    private static Given day(LocalDate date, boolean about, String part) {
        String words = part.isEmpty() ? "" : ", " + part;
        return new Given(date.toString(), (about ? "about " : "") + Shown.day(date) + words);
    }

    private static Given given(LocalDateTime time, boolean about) {
        return new Given(
                time.toString(),
                Shown.day(time.toLocalDate()) + (about ? ", about " : ", ") + Shown.time(time.toLocalTime()));
    }

    private Reading taken(LocalDateTime time, boolean about) {
        return new Reading.Taken(timeToo ? given(time, about) : day(time.toLocalDate(), false, ""));
    }

    private static boolean onlyFiller(String rest) {
        return withoutFiller(rest).isEmpty();
    }

    private static String withoutFiller(String rest) {
        StringBuilder kept = new StringBuilder();
        for (String word : List.of(rest.split(" ", -1))) {
            if (!FILLER.contains(word)) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return kept.toString();
    }

    private static Reading unread(String words) {
        return new Reading.Unread(words);
    }
}
