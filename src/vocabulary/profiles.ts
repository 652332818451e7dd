import demonstrationBodies from '../../profiles/demonstration/bodies.json' with { type: 'json' };
import demonstrationDirections from '../../profiles/demonstration/directions.json' with { type: 'json' };
import demonstrationGates from '../../profiles/demonstration/gates.json' with { type: 'json' };
import demonstrationInstruments from '../../profiles/demonstration/instruments.json' with { type: 'json' };
import demonstrationMechanisms from '../../profiles/demonstration/mechanisms.json' with { type: 'json' };
import demonstrationPlaces from '../../profiles/demonstration/places.json' with { type: 'json' };
import demonstrationRelation from '../../profiles/demonstration/relation.json' with { type: 'json' };
import indiaBodies from '../../profiles/japan-india/bodies.json' with { type: 'json' };
import indiaDirections from '../../profiles/japan-india/directions.json' with { type: 'json' };
import indiaGates from '../../profiles/japan-india/gates.json' with { type: 'json' };
import indiaInstruments from '../../profiles/japan-india/instruments.json' with { type: 'json' };
import indiaMechanisms from '../../profiles/japan-india/mechanisms.json' with { type: 'json' };
import indiaPlaces from '../../profiles/japan-india/places.json' with { type: 'json' };
import indiaRelation from '../../profiles/japan-india/relation.json' with { type: 'json' };
import chinaBodies from '../../profiles/vietnam-china/bodies.json' with { type: 'json' };
import chinaDirections from '../../profiles/vietnam-china/directions.json' with { type: 'json' };
import chinaGates from '../../profiles/vietnam-china/gates.json' with { type: 'json' };
import chinaInstruments from '../../profiles/vietnam-china/instruments.json' with { type: 'json' };
import chinaMechanisms from '../../profiles/vietnam-china/mechanisms.json' with { type: 'json' };
import chinaPlaces from '../../profiles/vietnam-china/places.json' with { type: 'json' };
import chinaRelation from '../../profiles/vietnam-china/relation.json' with { type: 'json' };
import type { Profile } from './profile.ts';

const vietnamChina = {
  ...chinaRelation,
  bodies: chinaBodies,
  places: chinaPlaces,
  gates: chinaGates,
  mechanisms: chinaMechanisms,
  instruments: chinaInstruments,
  directions: chinaDirections,
};

const japanIndia = {
  ...indiaRelation,
  bodies: indiaBodies,
  places: indiaPlaces,
  gates: indiaGates,
  mechanisms: indiaMechanisms,
  instruments: indiaInstruments,
  directions: indiaDirections,
};

const demonstration = {
  ...demonstrationRelation,
  bodies: demonstrationBodies,
  places: demonstrationPlaces,
  gates: demonstrationGates,
  mechanisms: demonstrationMechanisms,
  instruments: demonstrationInstruments,
  directions: demonstrationDirections,
};

/** The relations that come with the product. Their data is checked against `profileSchema` by a test, not at run time. */
export const PROFILES: readonly Profile[] = [vietnamChina, japanIndia, demonstration] as unknown as readonly Profile[];
