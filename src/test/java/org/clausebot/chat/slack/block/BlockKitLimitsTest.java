package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against messages that Slack would refuse: a check that finds nothing wrong proves nothing. */
class BlockKitLimitsTest {
    private static final String PLAIN = "{'type':'plain_text','emoji':false,'text':'%s'}";
    private static final String SECTION = "{'type':'section','text':" + PLAIN.formatted("words") + "}";

    private static List<String> found(String... blocks) {
        return BlockKitLimits.violations("text", array(String.join(",", blocks)));
    }

    private static JsonArray array(String blocks) {
        return JsonParser.parseString("[" + blocks.replace('\'', '"') + "]").getAsJsonArray();
    }

    private static String button(String label, String id, String value) {
        return "{'type':'button','text':" + PLAIN.formatted(label) + ",'action_id':'" + id + "','value':'" + value
                + "'}";
    }

    private static String actions(String... elements) {
        return "{'type':'actions','elements':[" + String.join(",", elements) + "]}";
    }

    private static String ticks(int count, String value) {
        return "{'type':'checkboxes','action_id':'t','options':["
                + String.join(
                        ",",
                        java.util.stream.IntStream.range(0, count)
                                .mapToObj(i ->
                                        "{'text':" + PLAIN.formatted("l") + ",'value':'" + value.formatted(i) + "'}")
                                .toList())
                + "]}";
    }

    private static String rich(String run) {
        return "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[" + run + "]}]}";
    }

    @Test
    void a_message_that_is_right_has_nothing_wrong() {
        assertThat(found(
                        SECTION,
                        actions(button("a", "1", "v"), ticks(10, "%d")),
                        rich("{'type':'text','text':'words'}"),
                        "{'type':'divider'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3000, 0", "3001, 1"})
    void the_text_of_a_section_has_3000_characters(int length, int wrong) {
        assertThat(found("{'type':'section','text':" + PLAIN.formatted("x".repeat(length)) + "}"))
                .hasSize(wrong);
    }

    @ParameterizedTest
    @CsvSource({"150, 0", "151, 1"})
    void a_header_has_150_characters(int length, int wrong) {
        assertThat(found("{'type':'header','text':" + PLAIN.formatted("x".repeat(length)) + "}"))
                .hasSize(wrong);
    }

    @ParameterizedTest
    @CsvSource({"75, 2000, 0", "76, 2000, 1", "75, 2001, 1"})
    void a_button_has_a_label_of_75_and_a_value_of_2000(int label, int value, int wrong) {
        assertThat(found(actions(button("x".repeat(label), "1", "v".repeat(value)))))
                .hasSize(wrong);
    }

    @Test
    void a_message_has_50_blocks_and_a_row_25_buttons() {
        assertThat(found(Collections.nCopies(50, SECTION).toArray(String[]::new)))
                .isEmpty();
        assertThat(found(Collections.nCopies(51, SECTION).toArray(String[]::new)))
                .containsExactly("blocks are 51 of 1 to 50");
        String[] many = java.util.stream.IntStream.range(0, 26)
                .mapToObj(i -> button("a", "id" + i, "v"))
                .toArray(String[]::new);
        assertThat(found(actions(many))).containsExactly("blocks[0] has 26 elements of 1 to 25");
        assertThat(BlockKitLimits.violations("text", new JsonArray())).isNotEmpty();
    }

    @Test
    void ticks_have_ten_options_with_values_of_their_own() {
        assertThat(found(actions(ticks(11, "%d")))).hasSize(1);
        assertThat(found(actions(ticks(2, "same")))).hasSize(1);
        assertThat(found(actions(ticks(1, "v".repeat(151))))).hasSize(1);
    }

    @Test
    void ids_are_unique() {
        assertThat(found(actions(button("a", "1", "v"), button("b", "1", "v")))).hasSize(1);
        String named = "{'type':'divider','block_id':'b'}";
        assertThat(found(named, named)).containsExactly("blocks[1] has the block_id of another");
        assertThat(found(actions(button("a", "i".repeat(256), "v")))).hasSize(1);
    }

    @Test
    void markup_pictures_and_what_notifies_are_found_anywhere() {
        assertThat(found("{'type':'section','text':{'type':'mrkdwn','text':'*words*'}}"))
                .anyMatch(w -> w.contains("mrkdwn"));
        assertThat(found("{'type':'section','text':{'type':'plain_text','text':':smile:'}}"))
                .hasSize(1);
        assertThat(found("{'type':'image','image_url':'x','alt_text':'y'}")).hasSize(1);
        assertThat(found("{'type':'markdown','text':'x'}")).hasSize(1);
        assertThat(found(rich("{'type':'broadcast','range':'here'}"))).anyMatch(w -> w.contains("may notify somebody"));
        assertThat(BlockKitLimits.violations("<!channel>", array(SECTION))).hasSize(1);
        assertThat(BlockKitLimits.violations("&lt;!channel&gt; &amp;", array(SECTION)))
                .isEmpty();
    }

    @Test
    void empty_words_and_halves_of_characters_are_found() {
        assertThat(found("{'type':'section','text':" + PLAIN.formatted(" ") + "}"))
                .hasSize(1);
        assertThat(found("{'type':'section'}")).hasSize(1);
        assertThat(found(rich("{'type':'text','text':''}"))).hasSize(1);
        assertThat(found(rich("{'type':'text','text':'x\\uD83D'}"))).hasSize(1);
        assertThat(BlockKitLimits.violations("", array(SECTION))).hasSize(1);
    }

    @Test
    void a_message_has_12000_characters_in_all() {
        String long3000 = "{'type':'section','text':" + PLAIN.formatted("x".repeat(3_000)) + "}";
        assertThat(found(long3000, long3000, long3000, long3000)).hasSize(1);
    }

    @Test
    void a_window_has_a_short_title_no_metadata_and_a_button_for_its_fields() {
        String field = "{'type':'input','label':" + PLAIN.formatted("l")
                + ",'element':{'type':'plain_text_input','action_id':'a','max_length':3001}}";
        JsonObject view = new JsonObject();
        view.addProperty("type", "modal");
        view.add("title", array(PLAIN.formatted("x".repeat(25))).get(0));
        view.addProperty("private_metadata", "state");
        view.add("blocks", array(field));
        assertThat(BlockKitLimits.violations(view)).hasSize(4);
        assertThat(found(field)).anyMatch(w -> w.contains("stands in views only"));
    }
}
