// The policy desk's pages work without this script; it draws charts from the tables that stand beside them.
"use strict";
