package org.clausebot.desk.owner;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.ReadingRows;
import org.clausebot.acknowledgement.StaffList;
import org.clausebot.desk.view.ReadingStaffView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.http.UploadedFile;
import org.clausebot.policy.SchoolId;

/** The list of those who are asked to read. Only the owner and the deputy see it. */
final class StaffPages {
    private static final String HERE = ReadingPart.HOME + "/staff";
    private static final int MOST_TYPED = 256 * 1024;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final String NOT_TEXT =
            "The file is no text in UTF-8. In the spreadsheet program, save it as “CSV UTF-8” and choose it again.";
    private static final Map<String, String> SAID =
            Map.of("removed", "Removed, with all that was kept of them.", "taken", "The list was taken over.");

    private final Function<SchoolId, Acknowledgements> bySchool;
    private final Runnable post;

    /** @param bySchool each school's own */
    StaffPages(Function<SchoolId, Acknowledgements> bySchool, Runnable post) {
        this.bySchool = bySchool;
        this.post = post;
    }

    Routes routes(OwnerDoor door) {
        return Routes.none()
                .get(
                        HERE,
                        Access.RECEIVER,
                        door.changing(visit ->
                                page(door, visit, 200, List.of(), "", SAID.getOrDefault(visit.query("said"), ""))))
                .upload(HERE, Access.RECEIVER, MOST_TYPED, MOST_BYTES, door.changing(visit -> take(door, visit)))
                .post(HERE + "/{person}/remove", Access.RECEIVER, door.changing(visit -> {
                    if (!bySchool.apply(visit.school()).remove(visit.path("person"))) {
                        return door.noSuchPage();
                    }
                    door.audit(visit, "acknowledgements staff-removed 1");
                    return Response.seeOther(HERE + "?said=removed");
                }));
    }

    private Response take(OwnerDoor door, OwnerVisit visit) {
        Optional<String> sent = sent(visit);
        if (sent.isEmpty()) {
            return page(door, visit, 422, List.of(NOT_TEXT), "", "");
        }
        StaffList list = StaffList.read(sent.get());
        if (!list.problems().isEmpty()) {
            return page(door, visit, 422, list.problems(), sent.get(), "");
        }
        ReadingRows.StaffChange change =
                bySchool.apply(visit.school()).take(list, visit.field("only").equals("yes"));
        door.audit(
                visit,
                "acknowledgements staff-list added " + change.added() + " renamed " + change.renamed() + " removed "
                        + change.removed());
        post.run();
        return Response.seeOther(HERE + "?said=taken");
    }

    /** A file before what was typed; empty when it is no text. */
    private static Optional<String> sent(OwnerVisit visit) {
        Optional<UploadedFile> file = visit.request().files().stream().findFirst();
        if (file.isEmpty()) {
            return Optional.of(visit.field("list"));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(file.get().bytes())
                            .toString())
                    .filter(text -> text.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Response page(
            OwnerDoor door, OwnerVisit visit, int status, List<String> problems, String typed, String said) {
        return Response.html(
                status,
                door.render(
                        "owner-reading-staff",
                        new ReadingStaffView(
                                door.frame(visit, OwnerTab.ACKNOWLEDGEMENTS, "The list of staff"),
                                bySchool.apply(visit.school()).people(),
                                problems,
                                typed,
                                said)));
    }
}
