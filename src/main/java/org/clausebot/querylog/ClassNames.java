package org.clausebot.querylog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What primary schools call their classes: trees, animals, birds, painters' colours. */
final class ClassNames {
    private static final String ALL = "hedgehogs? squirrels? foxes badgers? rabbits? owls? robins? wrens? kingfishers?"
            + " eagles? falcons? hawks? kestrels? puffins? penguins? swallows? swans? ducklings? otters? beavers? bears? lions?"
            + " tigers? leopards? cheetahs? pandas? koalas? elephants? giraffes? zebras? monkeys? dolphins? turtles? whales?"
            + " starfish seahorses? butterflies butterfly ladybirds? bumblebees? bees dragonflies caterpillars? dragons? unicorns?"
            + " oak oaks beech birch willow willows maple elm rowan holly hazel cedar chestnut sycamore acorns? conkers?"
            + " sunflowers? daisies bluebells? snowdrops? poppies tulips? buttercups? comets? planets rockets? stars explorers"
            + " jupiter saturn mercury venus neptune mars sapphires? rubies emeralds? diamonds? amethysts?";

    /** As a part of a pattern, in small letters. */
    static final String WORDS = ALL.replace(' ', '|');

    /** The same with a capital, as class names have within a sentence; one-word names of people are left to their lists. */
    static final String CAPITALS = Arrays.stream(ALL.split(" ", -1))
            .filter(word -> word.endsWith("s?") || word.endsWith("es"))
            .map(word -> word.endsWith("s?") ? word.substring(0, word.length() - 1) : word)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining("|"));

    private ClassNames() {}
}
