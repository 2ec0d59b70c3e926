package org.clausebot.insight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts together what means the same. Where there are many wordings, groups are made of a part of them, since the time for
 * that grows with the square of their number; then every other wording goes to the group that it is nearest to.
 */
final class ByMeaning implements Grouping {
    /** Groups are made of so many wordings at most. */
    static final int MOST_COMPARED = 2_000;

    private final Function<String, float[]> meaning;
    private final int mostCompared;

    /** @param meaning gives a question's vector, of length 1 */
    ByMeaning(Function<String, float[]> meaning) {
        this(meaning, MOST_COMPARED);
    }

    ByMeaning(Function<String, float[]> meaning, int mostCompared) {
        this.meaning = meaning;
        this.mostCompared = mostCompared;
    }

    @Override
    public List<Group> of(Sample sample) {
        List<String> some = sample.wordings(mostCompared);
        if (some.isEmpty()) {
            return List.of();
        }
        List<float[]> meanings = some.stream().map(meaning).toList();
        Alike alike = new Alike(some);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            vectors.add(alike.of(some.get(i), meanings.get(i)));
        }
        List<Integer> asked =
                some.stream().map(wording -> sample.places(wording).size()).toList();
        Near near = Near.among(vectors);
        List<Group> groups = new ArrayList<>();
        List<float[]> centres = new ArrayList<>();
        for (List<Integer> cluster : Clusters.of(meanings, vectors, asked, near, Groups.FEWEST)) {
            float[] centre = Clusters.centre(meanings, cluster);
            Map<String, Double> like = new LinkedHashMap<>();
            cluster.forEach(at -> like.put(some.get(at), Clusters.cosine(centre, meanings.get(at))));
            groups.add(new Group(like, centre));
            centres.add(Clusters.centre(vectors, cluster));
        }
        Set<String> compared = new HashSet<>(some);
        for (String wording : sample.wordings()) {
            if (!compared.contains(wording)) {
                float[] vector = meaning.apply(wording);
                int at = Clusters.nearest(centres, alike.of(wording, vector), near.joins());
                if (at >= 0) {
                    Group group = groups.get(at);
                    group.like().put(wording, Clusters.cosine(group.centre(), vector));
                }
            }
        }
        return groups;
    }
}
