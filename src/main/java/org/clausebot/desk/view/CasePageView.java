package org.clausebot.desk.view;

import java.util.List;
import java.util.Map;

/**
 * The page on which a case is worked.
 *
 * @param statuses to choose from
 * @param candidates who may be given the case
 * @param others who may be added beside those who have it
 * @param forms by name: {@code status}, {@code note}, {@code message}, {@code recipient}, {@code hand-over},
 *     {@code recuse}, {@code hold}
 * @param done what was just done; empty for nothing
 * @param maxWords characters that a note or a message may have
 * @param maxReason characters that a reason may have
 */
public record CasePageView(
        DeskFrame frame,
        CaseView theCase,
        List<Choice> statuses,
        List<Choice> candidates,
        List<Choice> others,
        Map<String, Form> forms,
        String done,
        int maxWords,
        int maxReason) {
    public CasePageView {
        forms = Map.copyOf(forms);
    }

    public Form form(String name) {
        Form form = forms.get(name);
        if (form == null) {
            throw new IllegalArgumentException("No form is called " + name);
        }
        return form;
    }

    /** The words of the form that was refused, to be read first; empty for none. */
    public String problem() {
        return forms.values().stream()
                .map(Form::problem)
                .filter(p -> !p.isEmpty())
                .findFirst()
                .orElse("");
    }
}
