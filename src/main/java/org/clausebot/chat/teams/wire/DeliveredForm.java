package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.inbox.Codec;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;

/** What was delivered, as bytes to be sealed. */
final class DeliveredForm implements Codec<Delivered> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private enum Kind {
        SAID,
        PRESSED,
        DIALOG,
        SEARCHED,
        ON_MESSAGE,
        INSTALLED,
        ALTERED
    }

    /** All kinds in one: what a kind has not is empty. */
    private record Kept(
            Kind kind,
            Person by,
            Place at,
            String id,
            String words,
            boolean flag,
            Map<String, String> fields,
            String link) {}

    @Override
    public byte[] write(Delivered delivered) {
        try {
            return JSON.writeValueAsBytes(kept(delivered));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words, flags and maps of words can be written", e);
        }
    }

    private static Kept kept(Delivered delivered) {
        return switch (delivered) {
            case Delivered.Said d -> new Kept(Kind.SAID, d.by(), d.at(), d.id(), d.words(), d.files(), Map.of(), "");
            case Delivered.Pressed d ->
                new Kept(Kind.PRESSED, d.by(), d.at(), d.card(), d.verb(), false, d.fields(), "");
            case Delivered.Dialog d -> new Kept(Kind.DIALOG, d.by(), d.at(), "", "", d.sent(), d.fields(), "");
            case Delivered.Searched d -> new Kept(Kind.SEARCHED, d.by(), d.at(), "", d.words(), false, Map.of(), "");
            case Delivered.OnMessage d ->
                new Kept(
                        Kind.ON_MESSAGE,
                        d.by(),
                        d.at(),
                        d.command(),
                        d.words(),
                        false,
                        Map.of(),
                        d.link().map(URI::toString).orElse(""));
            case Delivered.Installed d -> new Kept(Kind.INSTALLED, d.by(), d.at(), "", "", false, Map.of(), "");
            case Delivered.Altered d -> new Kept(Kind.ALTERED, d.by(), d.at(), "", "", d.gone(), Map.of(), "");
        };
    }

    /** @throws IllegalStateException when these bytes were not written here */
    @Override
    public Delivered read(byte[] bytes) {
        Kept kept;
        try {
            kept = JSON.readValue(bytes, Kept.class);
        } catch (IOException e) {
            // What was read holds what a person typed, and so may the cause.
            throw new IllegalStateException("What was kept of a delivery is in no form that this program knows");
        }
        return switch (kept.kind()) {
            case SAID -> new Delivered.Said(kept.by(), kept.at(), kept.id(), kept.words(), kept.flag());
            case PRESSED -> new Delivered.Pressed(kept.by(), kept.at(), kept.id(), kept.words(), kept.fields());
            case DIALOG -> new Delivered.Dialog(kept.by(), kept.at(), kept.flag(), kept.fields());
            case SEARCHED -> new Delivered.Searched(kept.by(), kept.at(), kept.words());
            case ON_MESSAGE ->
                new Delivered.OnMessage(
                        kept.by(),
                        kept.at(),
                        kept.id(),
                        kept.link().isEmpty() ? Optional.empty() : Optional.of(URI.create(kept.link())),
                        kept.words());
            case INSTALLED -> new Delivered.Installed(kept.by(), kept.at());
            case ALTERED -> new Delivered.Altered(kept.by(), kept.at(), kept.flag());
        };
    }
}
