// An application with the official SDK in it. The tests do the rest through what it leaves here.

import { initializeB24Frame } from "@bitrix24/b24jssdk";

globalThis.ready = initializeB24Frame();
