package org.clausebot.chat.slack.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.inbox.Codec;
import org.clausebot.chat.slack.Delivered;

/** What was delivered, as bytes to be sealed. */
final class DeliveredForm implements Codec<Delivered> {
    private static final Map<String, Class<? extends Delivered>> KINDS = Map.of(
            "said", Delivered.Said.class,
            "command", Delivered.Command.class,
            "pressed", Delivered.Pressed.class,
            "shortcut", Delivered.Shortcut.class,
            "window", Delivered.Window.class,
            "home", Delivered.HomeOpened.class);

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(new TypeToken<Optional<Delivered.About>>() {}.getType(), new AboutForm())
            .create();

    @Override
    public byte[] write(Delivered delivered) {
        String kind = switch (delivered) {
            case Delivered.Said said -> "said";
            case Delivered.Command command -> "command";
            case Delivered.Pressed pressed -> "pressed";
            case Delivered.Shortcut shortcut -> "shortcut";
            case Delivered.Window window -> "window";
            case Delivered.HomeOpened home -> "home";
        };
        JsonObject form = new JsonObject();
        form.addProperty("kind", kind);
        form.add("what", GSON.toJsonTree(delivered));
        return GSON.toJson(form).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when these bytes were not written here */
    @Override
    public Delivered read(byte[] bytes) {
        JsonObject form = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
        JsonElement kind = form == null ? null : form.get("kind");
        Class<? extends Delivered> type = kind == null ? null : KINDS.get(kind.getAsString());
        if (form == null || type == null) {
            throw new IllegalStateException("What was kept of a delivery is in no form that this program knows");
        }
        return GSON.fromJson(form.get("what"), type);
    }

    private static final class AboutForm extends TypeAdapter<Optional<Delivered.About>> {
        private static final Gson PLAIN = new Gson();

        @Override
        public void write(JsonWriter out, Optional<Delivered.About> about) throws IOException {
            if (about.isEmpty()) {
                out.nullValue();
            } else {
                PLAIN.toJson(about.get(), Delivered.About.class, out);
            }
        }

        @Override
        public Optional<Delivered.About> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(PLAIN.fromJson(in, Delivered.About.class));
        }
    }
}
