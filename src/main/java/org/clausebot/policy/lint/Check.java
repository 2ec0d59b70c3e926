package org.clausebot.policy.lint;

import java.util.List;

/** Looks for one kind of mistake. Says nothing where it is not sure. */
sealed interface Check
        permits AbbreviationCheck,
                CitedPlaceCheck,
                CitedPolicyCheck,
                ConflictCheck,
                DuplicateCheck,
                EmptyLeadInCheck,
                GuidanceCheck,
                LeadInCheck,
                LongSentenceCheck,
                MustShouldCheck,
                NumberingCheck,
                ReceiverCheck,
                ReviewDateCheck {
    List<Finding> check(Reading reading);
}
