package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clausebot.incident.World.CHAIR;
import static org.clausebot.incident.World.DSL;
import static org.clausebot.incident.World.HEAD;
import static org.clausebot.incident.World.MANAGER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.flow.Given;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static Route route(School school, String... stepsAndAnswers) {
        Map<String, Given> answers = new LinkedHashMap<>();
        for (int i = 0; i < stepsAndAnswers.length; i += 2) {
            answers.put(stepsAndAnswers[i], new Given(stepsAndAnswers[i + 1], stepsAndAnswers[i + 1]));
        }
        return Route.of(World.concern(), answers, school);
    }

    private static Route route(String... stepsAndAnswers) {
        return route(World.school(World.PEOPLE), stepsAndAnswers);
    }

    @Test
    void the_first_entry_that_holds_says_where_it_goes() {
        assertThat(route("about", "no").recipients()).containsExactly(HEAD, DSL);
        assertThat(route("about", "headteacher").recipients()).containsExactly(CHAIR);
        assertThat(route("about", "headteacher").ring()).containsExactly("lado");
        assertThat(route("about", "no").ring()).isEmpty();
    }

    @Test
    void a_person_who_holds_the_role_it_is_about_is_out_in_every_role() {
        Receiver both = World.receiver("both", "Bo Th", Role.HEADTEACHER, Role.CHAIR_OF_GOVERNORS);
        School school = World.school(List.of(both, DSL));
        Route route = route(school, "about", "headteacher");
        assertThat(route.keptOut()).containsExactly(both);
        assertThat(route.recipients()).isEmpty();
        assertThat(route.ring()).containsExactly("lado");
    }

    @Test
    void everybody_who_holds_the_role_is_out() {
        Receiver second = World.receiver("second-head", "Mo Yu", Role.HEADTEACHER, Role.SAFEGUARDING_LEAD);
        Route route = route(World.school(List.of(HEAD, second, DSL, CHAIR)), "about", "headteacher,safeguarding-lead");
        assertThat(route.keptOut()).containsExactlyInAnyOrder(HEAD, second, DSL);
        assertThat(route.recipients()).containsExactly(CHAIR);
    }

    @Test
    void a_name_that_may_be_a_recipients_leaves_them_out() {
        assertThat(route("about", "no", "who", "Mrs Smith").recipients()).containsExactly(DSL);
        assertThat(route("about", "no", "who", "Smith and Kahn").recipients()).containsExactly(CHAIR);
        assertThat(route("about", "not-sure", "who", "Mr Brown").recipients()).containsExactly(HEAD, DSL);
    }

    @Test
    void a_chosen_recipient_gets_it_unless_it_is_about_them() {
        assertThat(route("about", "line-manager", "whom", HEAD.id()).recipients())
                .containsExactly(HEAD);
        assertThat(route("about", "line-manager", "whom", MANAGER.id()).recipients())
                .containsExactly(CHAIR);
        assertThat(route("about", "line-manager", "whom", "nobody").recipients())
                .containsExactly(CHAIR);
        assertThat(route("about", "line-manager").recipients()).containsExactly(CHAIR);
    }

    @Test
    void with_nobody_else_left_it_goes_to_the_chair_and_then_to_nobody() {
        assertThat(route("about", "headteacher,safeguarding-lead").recipients()).containsExactly(CHAIR);
        Route nobody = route("about", "headteacher,safeguarding-lead", "who", "Tom Reed");
        assertThat(nobody.recipients()).isEmpty();
        assertThat(nobody.ringLines(World.school(World.PEOPLE))).containsExactly("LADO of the council: 01628 000010");
    }
}
