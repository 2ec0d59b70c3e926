package org.clausebot.school;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.YamlNode;

/** Reads when a school is open. */
final class HoursReader {
    private HoursReader() {}

    static SchoolHours hours(YamlNode node) throws DataFileException {
        node.only("zone", "opens", "closes", "days", "closed");
        LocalTime opens = time(node.get("opens"));
        LocalTime closes = time(node.get("closes"));
        if (!opens.isBefore(closes)) {
            throw node.get("closes")
                    .error("the school closes at " + closes + " and opens at " + opens
                            + "; it must close after it opens");
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (YamlNode day : node.get("days").list()) {
            days.add(weekday(day));
        }
        if (days.isEmpty()) {
            throw node.get("days").error("the school needs a day on which it opens, such as [mon, tue, wed, thu, fri]");
        }
        List<SchoolHours.Closed> closed = new ArrayList<>();
        Optional<YamlNode> holidays = node.optional("closed");
        if (holidays.isPresent()) {
            for (YamlNode holiday : holidays.get().list()) {
                closed.add(closed(holiday));
            }
        }
        return new SchoolHours(zone(node.get("zone")), opens, closes, days, closed);
    }

    private static LocalTime time(YamlNode node) throws DataFileException {
        String words = node.text().strip();
        try {
            return LocalTime.parse(words);
        } catch (DateTimeException e) {
            throw node.error("\"" + words + "\" is no time; write it as 08:00", e);
        }
    }

    private static ZoneId zone(YamlNode node) throws DataFileException {
        String words = node.text().strip();
        // Times such as "+01:00" know no summer time.
        if (!ZoneId.getAvailableZoneIds().contains(words)) {
            throw node.error("\"" + words + "\" is no time zone; write Europe/London");
        }
        return ZoneId.of(words);
    }

    private static DayOfWeek weekday(YamlNode node) throws DataFileException {
        String words = node.text().strip();
        Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                .filter(d -> d.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(words))
                .findFirst();
        if (day.isEmpty()) {
            throw node.error("\"" + words + "\" is no day of the week; write mon, tue, wed, thu, fri, sat or sun");
        }
        return day.get();
    }

    private static SchoolHours.Closed closed(YamlNode node) throws DataFileException {
        String[] ends = node.text().strip().split("\\s+to\\s+", -1);
        if (ends.length > 2) {
            throw node.error("write a holiday as 2026-12-21 to 2027-01-03, or one day as 2027-05-03");
        }
        SchoolHours.Closed closed;
        try {
            closed = new SchoolHours.Closed(
                    SchoolReader.day(node, ends[0]), SchoolReader.day(node, ends[ends.length - 1]));
        } catch (IllegalArgumentException e) {
            throw node.error("a holiday ends after it begins; turn the two days round", e);
        }
        return closed;
    }
}
